"""The rights that AWS asks for, where MiniStack 1.5 asks for another one, by the namespace of the action.

Each takes a request and yields resources, or pairs of an action and a resource where it is another action; nothing where
what MiniStack asks for is right. It writes the condition keys of the request into `request.keys`.
https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
"""

import re

from ministack.services import appconfig, dynamodb_streams, kms, ses


def logs(request):
    """A log group is asked for with the stream that a request names, or an empty one: `log-group:orders:log-stream:`."""
    group = request.get("logGroupName")
    if group:
        yield request.arn("logs", f"log-group:{group}:log-stream:{request.get('logStreamName')}")


def glue(request):
    registry = request.get("RegistryId", "RegistryName") or request.get("SchemaId", "RegistryName")
    if request.name == "GetSchemaVersion" and not registry:
        yield "*"
        return
    if "RegistryId" in request.body or "SchemaId" in request.body:
        yield request.arn("glue", f"registry/{registry}")
        schema = request.get("SchemaId", "SchemaName") or request.get("SchemaName")
        if schema:
            yield request.arn("glue", f"schema/{registry}/{schema}")
        return
    name = request.get("Name")
    database = name if request.name == "GetDatabase" else request.get("DatabaseName")
    if not database:
        return
    yield request.arn("glue", "catalog")
    yield request.arn("glue", f"database/{database}")
    table = request.get("TableName") or request.get("TableInput", "Name") or (name if "Table" in request.name else "")
    if table:
        yield request.arn("glue", f"table/{database}/{table}")


def ssm(request):
    name = request.get("Name")
    if request.name in ("GetDocument", "DescribeDocument"):
        # Documents of Amazon's belong to no account.
        yield f"arn:aws:ssm:{request.region}:{'' if name.startswith('AWS') else request.account}:document/{name}"
    names = request.get("Names") if request.name == "GetParameters" else [request.get("Path")]
    for parameter in filter(None, names or []):
        yield request.arn("ssm", f"parameter/{parameter.lstrip('/')}")


def cloudwatch(request):
    if request.name == "PutMetricData":
        request.keys["cloudwatch:namespace"] = request.get("Namespace")
        yield "*"
    for alarm in request.get("AlarmNames") or []:
        yield request.arn("cloudwatch", f"alarm:{alarm}")


def batch(request):
    if request.name == "SubmitJob":
        yield request.arn("batch", "job-queue/", request.get("jobQueue"))
        yield request.arn("batch", "job-definition/", request.get("jobDefinition"))


SENDERS = {"SendEmail", "SendRawEmail", "SendTemplatedEmail", "SendBulkEmail", "SendBulkTemplatedEmail"}


def email(request):
    """Mail is sent from an identity that is the address, where that was verified by itself, or its domain."""
    sender = request.get("FromEmailAddress") or request.get("Source")
    if request.name not in SENDERS or not sender:
        return
    address = re.sub(r"^.*<|>$", "", sender)
    request.keys["ses:FromAddress"] = address
    identity = address if address in ses._identities else address.rpartition("@")[2]
    yield request.arn("ses", f"identity/{identity}")
    configuration = request.get("ConfigurationSetName")
    if configuration:
        yield request.arn("ses", f"configuration-set/{configuration}")
    template = (
        request.get("Content", "Template", "TemplateName")
        or request.get("DefaultContent", "Template", "TemplateName")
        or request.get("Template")
    )
    if template and isinstance(template, str):
        yield request.arn("ses", f"template/{template}")


def configuration(request):
    fields = ("ApplicationIdentifier", "EnvironmentIdentifier", "ConfigurationProfileIdentifier")
    token = request.get("configuration_token")
    session = appconfig._sessions.get(token) if token else {field: request.get(field) for field in fields}
    if request.path.startswith("/configuration") and session:
        application, environment, profile = (session[field] for field in fields)
        yield request.arn("appconfig", f"application/{application}/environment/{environment}/configuration/{profile}")


PARTIQL = {"select": "PartiQLSelect", "insert": "PartiQLInsert", "update": "PartiQLUpdate", "delete": "PartiQLDelete"}

TABLE = re.compile(r'\b(?:from|into|update)\s+"?([\w.-]+?)"?(?:\."([\w.-]+)")?(?:\s|$)', re.IGNORECASE)


def partiql(request):
    """The rights that PartiQL takes: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-iam.html"""
    several = request.body.get("Statements") or request.body.get("TransactStatements")
    for statement in (one.get("Statement") or "" for one in several or [request.body]):
        verb, table = PARTIQL.get(statement.strip().partition(" ")[0].lower()), TABLE.search(statement)
        if verb and table:
            name, index = table.groups()
            yield f"dynamodb:{verb}", request.arn("dynamodb", f"table/{name}" + (f"/index/{index}" if index else ""))


def dynamodb(request):
    yield from partiql(request)
    iterator = dynamodb_streams._decode_iterator(request.get("ShardIterator") or "")
    stream = request.get("StreamArn") or (iterator or {}).get("arn")
    if stream:
        yield stream


def keys_of_kms(request):
    """A key is asked for by its own ARN, whatever the request calls it, and has its aliases as a key of the request."""
    key = kms._aliases.get(request.resource, request.resource.rpartition("/")[2])
    aliases = [arn.split(":", 5)[5] for arn, target in kms._aliases.items() if target == key]
    if aliases:
        request.keys["kms:ResourceAliases"] = aliases
        yield request.arn("kms", f"key/{key}")


def iot(request):
    if request.name == "Publish" and request.get("retain") == "true":
        yield request.resource
        yield "iot:RetainPublish", request.resource


def scheduler(request):
    group = request.get("groupName")
    if group:
        yield request.resource.replace("schedule/default/", f"schedule/{group}/")


RIGHTS = {
    "logs": logs,
    "glue": glue,
    "ssm": ssm,
    "cloudwatch": cloudwatch,
    "batch": batch,
    "ses": email,
    "appconfig": configuration,
    "dynamodb": dynamodb,
    "kms": keys_of_kms,
    "iot": iot,
    "scheduler": scheduler,
}
