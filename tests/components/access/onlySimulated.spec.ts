import assert from "node:assert/strict";
import { ACCESS_SERVICES, serviceFacts } from "../../../components/access/index.ts";
import { realWords } from "./realWords.ts";

/** Words that no real call proves: `judged.spec.ts` only simulates them. */
const onlySimulated: Readonly<Record<string, readonly string[]>> = {
  "the embedded AWS does not serve the service": [
    "lakeformation:getData",
    ...["codeartifact:read", "codeartifact:publish", "codeartifact:readPublish"],
    "sagemaker:invoke",
    ...["codecommit:pull", "codecommit:push", "codecommit:pullPush"],
    "redshiftData:query",
    ...["timestream:read", "timestream:write", "timestream:readWrite"],
    "pricing:read",
    ...["acmPca:read", "acmPca:issue"],
    ...["xray:read", "xray:write", "cloudwatchAgent:sendTraces"],
    ...["pinpointSms:sendText", "pinpointSms:sendMedia"],
    ...["textract:analyze", "textract:runJobs"],
    ...["rekognition:detect", "rekognition:detectInVideo", "rekognition:search", "rekognition:index"],
    ...["comprehend:detect", "comprehend:classify"],
    ...["polly:synthesize", "polly:runTasks"],
    "ds:join",
  ],
  "a connection to a database, a file system, a broker or a domain is judged, and no call of AWS's API": [
    ...["rdsIam:connect", "elasticache:connect", "memorydb:connect", "dsql:connect", "dsql:connectAdmin"],
    ...["neptune:read", "neptune:write", "neptune:delete", "neptune:readWrite", "neptune:readWriteDelete"],
    ...[
      "opensearch:read",
      "opensearch:search",
      "opensearch:write",
      "opensearch:delete",
      "opensearch:readWrite",
    ],
    ...["opensearch:readWriteDelete", "aoss:connect"],
    ...["efs:mount", "efs:mountWrite", "efs:mountRoot"],
    ...["kafka:connect", "kafka:describe", "kafka:read", "kafka:write", "kafka:readWrite", "kafka:create"],
    ...["iot:connect", "iot:receive", "iot:subscribe"],
    "lambda:callUrl",
  ],
  "agents and streams make the calls, for which the SDK has no operation": [
    ...["session:shell", "codedeployAgent:takeCommands", "transcribe:stream"],
  ],
  "what decides is not in the request: the instance or the call behind it, the group of an instance, the id of a name":
    [
      ...["ec2:tagSelf", "ec2:terminateSelf", "ecsAgent:runTagged", "autoscaling:setHealth"],
      ...["autoscaling:terminate", "servicediscovery:discover"],
    ],
};

const wordsOf = (service: (typeof ACCESS_SERVICES)[number]) =>
  Object.keys(serviceFacts[service].levels).map((level) => `${service}:${level}`);

describe("the words of access", () => {
  it("are each proved by real calls, in words/, or known to be only simulated", () => {
    const real = realWords.map(({ word }) => word);
    const sorted = (words: readonly string[]) => [...words].sort();
    assert.deepEqual(
      sorted([...real, ...Object.values(onlySimulated).flat()]),
      sorted(ACCESS_SERVICES.flatMap(wordsOf)),
    );
  });
});
