"""State that outlives the embedded AWS, also where it is killed.

MiniStack 1.5 writes its state when it ends in good order. Here it is written before each answer, so that what a client was
told has happened is there after a restart, as with AWS. The thread that serves requests writes it: none is halfway then.
What roles used last (last_accessed.py) is not kept.
"""

import asyncio

from ministack import app
from ministack.core import persistence

IS_WANTED = persistence.PERSIST_STATE


def save():
    persistence.save_all(app._build_persistence_save_dict())


async def saved():
    if IS_WANTED:
        await asyncio.to_thread(save)
