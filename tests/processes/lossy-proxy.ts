import net from "node:net";

/** A line like a phone's in a full hall: everything takes a while, and now and then a connection breaks off. */
export interface LossyProxy {
  origin: string;
  /** How many connections were broken off so far. */
  cuts(): number;
  close(): Promise<void>;
}

interface Line {
  port: number;
  delayMilliseconds: number;
  /** Of the replies. */
  cutShare: number;
  random: () => number;
}

/** Passes bytes on to a port of this machine, late by half the delay each way; some replies end in the middle. */
export async function openLossyProxy(line: Line): Promise<LossyProxy> {
  let cuts = 0;
  const sockets = new Set<net.Socket>();
  const server = net.createServer((near) => {
    const far = net.connect(line.port, "127.0.0.1");
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
      socket.on("close", () => sockets.delete(socket));
    }
    const breakOff = () => {
      cuts += 1;
      near.destroy();
      far.destroy();
    };
    near.on("data", (bytes) => setTimeout(() => far.write(bytes), line.delayMilliseconds / 2));
    far.on("data", (bytes) => {
      const isCut = line.random() < line.cutShare;
      const part = isCut ? bytes.subarray(0, Math.floor(bytes.length / 2)) : bytes;
      setTimeout(() => {
        if (!near.destroyed) near.write(part);
        if (isCut) breakOff();
      }, line.delayMilliseconds / 2);
    });
    near.on("end", () => setTimeout(() => far.end(), line.delayMilliseconds / 2));
    far.on("end", () => setTimeout(() => near.end(), line.delayMilliseconds / 2));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as net.AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    cuts: () => cuts,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
