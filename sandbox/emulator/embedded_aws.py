"""The embedded AWS of the sandbox: MiniStack, with eleven differences.

Each answer waits a little. One that comes within about a millisecond makes the AWS provider's HTTP client drop the
connection and send the request again; a create that is sent twice ends in EntityAlreadyExists and leaves an orphan.

SimulatePrincipalPolicy is repaired, see simulation.py.

SetDefaultPolicyVersion is added, see policy_versions.py.

What a role used last is told from the requests served, see last_accessed.py.

A launch heeds its template, instances have metadata options, and versions of a template can be deleted, see
launches.py.

GetAccountAuthorizationDetails holds boundaries of roles and times of policy versions, see authorization_details.py.

Root finds a role in every account, see organization.py.

Descriptions of roles may hold any character, see role_descriptions.py.

Requests are judged on the resources that AWS judges them on, see judged_requests.py.

Each instance has a metadata service with credentials of the role in its profile, see metadata.py, instance_credentials.py
and metadata_service.py.

State is kept over a restart where a folder for it is named, see durable_state.py.
"""

import asyncio
import os

import authorization_details
import durable_state
import instance_credentials
import judged_requests
import last_accessed
import launches
import metadata_service
import organization
import policy_versions
import role_descriptions
import simulation
from ministack.app import app as ministack

WAIT_SECONDS = float(os.environ["SANDBOX_ANSWER_WAIT_MS"]) / 1000

simulation.install()
policy_versions.install()
last_accessed.install()
launches.install()
authorization_details.install()
organization.install()
role_descriptions.install()
judged_requests.install()
instance_credentials.install()


async def app(scope, receive, send):
    if scope["type"] != "http":
        await ministack(scope, receive, send)
        return

    async def paced_send(message):
        if message["type"] == "http.response.start":
            await durable_state.saved()
            await asyncio.sleep(WAIT_SECONDS)
        await send(message)

    if scope["path"] == metadata_service.PATH:
        await metadata_service.handle(scope, paced_send)
        return
    await ministack(scope, receive, paced_send)
