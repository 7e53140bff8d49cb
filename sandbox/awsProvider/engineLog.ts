import { credentials } from "@grpc/grpc-js";
import engineGrpcPb from "@pulumi/pulumi/proto/engine_grpc_pb.js";
import enginePb from "@pulumi/pulumi/proto/engine_pb.js";

/** Says things that the engine shows among its diagnostics; what a provider writes on stderr it does not. */
export function engineLog(address: string): (sentence: string) => Promise<void> {
  const engine = new engineGrpcPb.EngineClient(address, credentials.createInsecure());
  return (sentence) =>
    new Promise((resolve) => {
      const request = new enginePb.LogRequest().setSeverity(enginePb.LogSeverity.INFO).setMessage(sentence);
      // A sentence that cannot be said is no reason for an update to fail.
      engine.log(request, () => {
        resolve();
      });
    });
}
