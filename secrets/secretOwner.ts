import { keyIdPattern } from "./keyIds.ts";

/** Whose a secret of forty characters is, as far as its name and what stands around it tell. */
export type SecretOwner = "aws" | "another" | "unknown";

const awsName = /aws|amazon|s3|access|iam/i;
const awsAround = new RegExp(
  String.raw`${keyIdPattern}|aws|amazon|boto|access[_.\- ]?key|(?<![A-Za-z0-9])s3(?![A-Za-z0-9])`,
  "i",
);

/** Products whose configuration has a secret key of its own. */
const vendors = [
  "duo(?:security)?|gitea|gogs|forgejo|airflow|superset|turnstile|cloudflare|h?captcha|recaptcha|stripe|django|flask",
  "sentry|netbox|paperless|mailgun|mailjet|twilio|paypal|braintree|razorpay|paystack|flutterwave|adyen|mollie|klarna",
  "grafana|keycloak|authelia|authentik|okta|auth0|nextcloud|mattermost|rocketchat|woodpecker|drone|harbor|jenkins",
  "gitlab|github|bitbucket|slack|discord|zoom|shopify|magento|wordpress|laravel|rails|algolia|pusher|plaid|sendgrid",
  "langfuse|posthog|plausible|umami|binance|coinbase|kraken|mapbox|onlyoffice|collabora|jitsi|outline|plane|penpot",
  "azure|gcp|google|aliyun|alibaba|tencent(?:cloud)?|qcloud|huawei(?:cloud)?|openstack|scaleway|ibm|oracle|vultr|linode",
].join("|");
const vendorWord = new RegExp(`(?<![a-z])(?:${vendors})(?![a-z])`);
/** In a name these say that it is no key of AWS; around it they say nothing. */
const purposeWord = /jwt|session|cookie|csrf|captcha|webhook|signing|encryption|hmac|oauth|oidc|saml/i;

/**
 * @param name The whole name: `TURNSTILE_SECRET_KEY`, `duo.secretKey`.
 * @param around What stands near it, the name itself left out.
 */
export function secretOwner(name: string, around: string): SecretOwner {
  const isVendors = vendorWord.test(words(name)) || purposeWord.test(name);
  if (awsName.test(name)) return isVendors && !/aws|amazon/i.test(name) ? "unknown" : "aws";
  if (isVendors) return "another";
  const isNearAws = awsAround.test(around);
  const isNearVendor = vendorWord.test(words(around));
  if (isNearAws === isNearVendor) return "unknown";
  return isNearAws ? "aws" : "another";
}

/** In small letters, with the words of a camel-case name apart. */
function words(text: string): string {
  return text.replace(/([a-z0-9])([A-Z])/g, "$1 $2").toLowerCase();
}
