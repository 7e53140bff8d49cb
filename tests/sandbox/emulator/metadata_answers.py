"""What the metadata service answers to the requests on stdin, one list for each case, at the times that they name.

A case has one instance with a role. Names that differ at each run are written as <instance>, <token 1>, <key 1>.
"""

import json
import sys

import instance_credentials
import launches
import metadata
from ministack.core.responses import request_scope
from ministack.services import ec2, iam, sts

EC2_TRUST = {"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}


def call(service, action, params):
    handlers = {"ec2": ec2._ACTION_MAP, "iam": iam._IAM_HANDLERS}[service]
    status, _, body = handlers[action]({name: [str(value)] for name, value in params.items()})
    assert status == 200, body


def make_role(name):
    trust = json.dumps({"Version": "2012-10-17", "Statement": [EC2_TRUST]})
    call("iam", "CreateRole", {"RoleName": name, "AssumeRolePolicyDocument": trust, "Path": "/shop/"})
    call("iam", "CreateInstanceProfile", {"InstanceProfileName": name, "Path": "/shop/"})
    call("iam", "AddRoleToInstanceProfile", {"InstanceProfileName": name, "RoleName": name})


def written(text, made):
    for name, value in made.items():
        text = text.replace(value, name)
    return text


def answers(case):
    for service in (ec2, iam, sts):
        service.reset()
    instance_credentials.issued.clear()
    instance_credentials.lifetimes.clear()
    make_role("orders")
    make_role("reports")
    launch = {"IamInstanceProfile.Name": "orders", "PrivateIpAddress": "10.0.0.7", "ImageId": "ami-1", "InstanceType": "t3.small"}
    call("ec2", "RunInstances", launch | case.get("launch", {}))
    [instance] = [one for one in ec2._instances.values()]
    made = {
        "<instance>": instance["InstanceId"],
        "<public ip>": instance["PublicIpAddress"],
        "<public name>": instance["PublicDnsName"],
        "<association>": instance.get("IamInstanceProfileAssociationId", "none"),
        "<launched>": instance["LaunchTime"],
        "<profile>": instance["IamInstanceProfile"]["Id"] if instance["IamInstanceProfile"] else "none",
    }
    told = []
    for step in case["steps"]:
        if "call" in step:
            service, action, params = step["call"]
            call(service, action, {name: made.get(value, value) for name, value in params.items()})
            continue
        if "rotate" in step:
            instance_credentials.renew(instance["InstanceId"], step["rotate"])
            continue
        headers = {name: made.get(value, value) for name, value in step.get("headers", {}).items()}
        status, more, text = metadata.answer(
            instance["InstanceId"], step.get("method", "GET"), step["path"], headers, step.get("at", 0)
        )
        if step.get("method") == "PUT" and status == 200:
            made[f"<token {sum(name.startswith('<token') for name in made) + 1}>"] = text
        for index, (key, session) in enumerate(sts._sessions.items(), start=1):
            made[f"<key {index}>"], made[f"<secret {index}>"] = key, session["SecretAccessKey"]
            made[f"<session {index}>"] = session["SessionToken"]
        text = text.decode() if isinstance(text, bytes) else text
        told.append([status, written(text, made), *([more] if more else [])])
    return told


# Without a clock of its own no session of a case ends.
sts._evict_expired_sessions = lambda: None
launches.install()
with request_scope("000000000000", "eu-central-1"):
    json.dump([answers(case) for case in json.load(sys.stdin)], sys.stdout)
