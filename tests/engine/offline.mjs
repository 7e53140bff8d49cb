// Loaded before a command whose network a test takes away: a TLS connection ends as on a machine without one.
import net from "node:net";
import tls from "node:tls";

Object.assign(tls, { connect: () => net.connect({ host: "127.0.0.1", port: 1 }) });
