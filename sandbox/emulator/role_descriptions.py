"""Descriptions of roles with the characters that XML keeps for itself, such as &, which MiniStack 1.5 writes as they are.

https://docs.aws.amazon.com/IAM/latest/APIReference/API_Role.html
"""

from xml.sax.saxutils import escape

from ministack.services import iam


def escaping(role_xml):
    def written(name, *args, **kwargs):
        role = iam._roles[name]
        description = role.get("Description")
        if not description:
            return role_xml(name, *args, **kwargs)
        # A parser takes a carriage return that is not written as a reference for a line feed.
        role["Description"] = escape(description, {"\r": "&#13;"})
        try:
            return role_xml(name, *args, **kwargs)
        finally:
            role["Description"] = description

    return written


def install():
    iam._role_xml = escaping(iam._role_xml)
