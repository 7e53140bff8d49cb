"""A metadata service for each instance, on a port of its own: clients drop the path of the endpoint that they are given.

POST /_sandbox/metadata?instance=i-… says where that of an instance is, and with template=lt-… of one that runs from the
default version of a launch template, which is started where there is none. Both begin with new credentials, and
rotate=SECONDS brings the next ones after that time.
"""

import asyncio
import json
import re
import socket
import time
from typing import NamedTuple
from urllib.parse import parse_qs

import metadata
from hypercorn.asyncio import serve
from hypercorn.config import Config
from instance_credentials import renew
from ministack.core.responses import request_scope
from ministack.services import ec2

PATH = "/_sandbox/metadata"

# By instance.
services = {}


class Service(NamedTuple):
    endpoint: str
    ends: asyncio.Event
    # A task that nothing refers to may be collected.
    task: asyncio.Task


def held_at(store, name):
    """The account and the region that hold something of a store of MiniStack."""
    return next(((account, region) for account, region, key in list(store._data) if key == name), None)


def from_template(template_id):
    """An instance that runs from the default version of a template of this scope."""
    version = str(ec2._launch_templates[template_id]["DefaultVersionNumber"])
    wanted = [("aws:ec2launchtemplate:id", template_id), ("aws:ec2launchtemplate:version", version)]
    for instance_id, instance in ec2._instances.items():
        tags = [(tag["Key"], tag["Value"]) for tag in ec2._tags.get(instance_id, [])]
        if instance["State"]["Name"] == "running" and all(tag in tags for tag in wanted):
            return instance_id, False
    run = {"LaunchTemplate.LaunchTemplateId": [template_id], "MinCount": ["1"], "MaxCount": ["1"]}
    _, _, body = ec2._ACTION_MAP["RunInstances"](run)
    return re.search(r"<instanceId>([^<]+)", body.decode())[1], True


def prepared(template=None, instance=None, rotate=None):
    """The instance that a request is for, its account and region, and whether it was started for this; None without one."""
    scope = held_at(ec2._launch_templates, template) if template else held_at(ec2._instances, instance)
    if scope is None:
        return None
    with request_scope(*scope):
        instance_id, started = from_template(template) if template else (instance, False)
        renew(instance_id, None if rotate is None else int(rotate))
        return instance_id, scope, started


def service_of(instance_id, scope):
    async def app(asgi, receive, send):
        if asgi["type"] != "http":
            return
        headers = {name.decode().lower(): value.decode("latin-1") for name, value in asgi["headers"]}

        def answered():
            with request_scope(*scope):
                return metadata.answer(instance_id, asgi["method"], asgi["path"], headers, time.time())

        # On the one thread that also serves AWS, so that neither sees a change of the other halfway.
        status, more, text = await asyncio.to_thread(answered)
        body = text if isinstance(text, bytes) else text.encode()
        await respond(send, status, {"Content-Type": "text/plain", **more}, body)

    return app


async def respond(send, status, headers, body):
    shown = [(name.encode(), value.encode()) for name, value in headers.items()]
    shown.append((b"content-length", str(len(body)).encode()))
    await send({"type": "http.response.start", "status": status, "headers": shown})
    await send({"type": "http.response.body", "body": body})


def listen(instance_id, scope):
    """Where the service of an instance listens. It starts where it does not run yet."""
    for ended in [name for name in services if not is_there(name)]:
        services.pop(ended).ends.set()
    if instance_id not in services:
        listener = socket.create_server(("127.0.0.1", 0))
        endpoint = f"http://127.0.0.1:{listener.getsockname()[1]}"
        config = Config()
        config.bind = [f"fd://{listener.detach()}"]
        config.loglevel = "WARNING"
        ends = asyncio.Event()
        task = asyncio.create_task(serve(service_of(instance_id, scope), config, shutdown_trigger=ends.wait))
        services[instance_id] = Service(endpoint, ends, task)
    return services[instance_id].endpoint


def is_there(instance_id):
    scope = held_at(ec2._instances, instance_id)
    return scope is not None and ec2._instances.get_scoped(*scope, instance_id)["State"]["Name"] != "terminated"


async def handle(scope, send):
    query = {name: values[0] for name, values in parse_qs(scope["query_string"].decode()).items()}
    found = await asyncio.to_thread(prepared, **query)
    if found is None:
        await respond(send, 404, {"Content-Type": "text/plain"}, b"it was deleted, or is of another sandbox")
        return
    instance_id, (account, region), started = found
    shown = {
        "instanceId": instance_id,
        "account": account,
        "region": region,
        "started": started,
        "endpoint": listen(instance_id, (account, region)),
    }
    await respond(send, 200, {"Content-Type": "application/json"}, json.dumps(shown).encode())
