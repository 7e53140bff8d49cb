"""Calls of AWS by botocore, the core of AWS's SDK for Python, which MiniStack brings along.

Reads calls as JSON from standard input: {"endpoint", "region", "calls": [{"credentials", "client", "operation",
"parameters"}]}. Writes one answer for each, as a JSON list: {"code", "message", "result"}, the code of a success being "".
"""

import json
import sys

from botocore.config import Config
from botocore.credentials import Credentials
from botocore.exceptions import ClientError
from botocore.session import Session

CONFIG = Config(
    retries={"total_max_attempts": 1},
    s3={"addressing_style": "path"},
    # Such as "data-" of servicediscovery, which would make another host of the loopback address.
    inject_host_prefix=False,
)


def main(endpoint, region, calls):
    session = Session()
    # One client for each service, since to make one takes longer than a call: the credentials in it are exchanged.
    credentials = Credentials("none", "none")
    session._credentials = credentials
    clients = {}
    for call in calls:
        name = call["client"]
        if name not in clients:
            clients[name] = session.create_client(name, region_name=region, endpoint_url=endpoint, config=CONFIG)
        caller = call["credentials"]
        credentials.access_key = caller["accessKeyId"]
        credentials.secret_key = caller["secretAccessKey"]
        credentials.token = caller.get("sessionToken")
        yield answer(clients[name], call["operation"], call["parameters"])


def answer(client, operation, parameters):
    methods = {api: name for name, api in client.meta.method_to_api_mapping.items()}
    try:
        result = getattr(client, methods[operation])(**parameters)
    except ClientError as error:
        said = error.response["Error"]
        return {"code": said["Code"], "message": said.get("Message") or ""}
    return {"code": "", "message": "", "result": result}


json.dump(list(main(**json.load(sys.stdin))), sys.stdout, default=str)
