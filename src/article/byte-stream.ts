/**
 * Bytes as they arrive: looked at before reading, unpacked, gathered up to a limit.
 *
 * In and out: async iterables of chunks. Nothing here holds more than one chunk, the peeked bytes, or the
 * limit given.
 */
import { createGunzip } from "node:zlib";

/** A stream of bytes. */
export type ByteStream = AsyncIterable<Uint8Array>;

/** A stream whose first bytes are known. */
export interface PeekedStream {
  /** At least as many bytes as asked for, fewer only if the stream is shorter. */
  readonly head: Buffer;
  /** The whole stream, `head` included; to be read once. */
  readonly stream: ByteStream;
  /** Gives back what lies below (files, unpackers); also for a stream that nobody reads. */
  close(): Promise<void>;
}

/** Looks at the first bytes of a stream. */
export async function peekBytes(stream: ByteStream, size: number): Promise<PeekedStream> {
  const iterator = stream[Symbol.asyncIterator]();
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (length < size) {
    const next = await iterator.next();
    if (next.done) break;
    chunks.push(next.value);
    length += next.value.length;
  }
  const head = Buffer.concat(chunks);
  async function* replay(): AsyncGenerator<Uint8Array> {
    if (head.length > 0) yield head;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  }
  return {
    head,
    stream: replay(),
    async close() {
      await iterator.return?.();
    },
  };
}

/** True for the two bytes that every gzip file starts with (RFC 1952). */
export function isGzip(head: Buffer): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/** Packed bytes unpacked at a time: bounds how much one step can give. */
const PIECE = 16_384;

/** What went wrong while unpacking; set once the stream has ended. */
export interface GunzipFault {
  message?: string;
  /** Bytes unpacked before the fault. */
  unpacked: number;
}

/**
 * Unpacks gzip. A truncated or corrupt file gives all the bytes before the fault, which is then in `fault`;
 * the stream itself never throws for it.
 */
export async function* gunzip(stream: ByteStream, fault: GunzipFault): AsyncGenerator<Uint8Array> {
  const unpacker = createGunzip();
  let ready: Buffer[] = [];
  let failed = false;
  let wake = () => {};
  unpacker.on("data", (chunk: Buffer) => ready.push(chunk));
  unpacker.on("error", (error: Error) => {
    failed = true;
    fault.message = error.message;
    wake();
  });
  const settle = (start: (done: () => void) => void) =>
    new Promise<void>((done) => {
      wake = done;
      start(done);
    });
  function* drain(): Generator<Uint8Array> {
    const chunks = ready;
    ready = [];
    for (const chunk of chunks) {
      fault.unpacked += chunk.length;
      yield chunk;
    }
  }
  try {
    for await (const chunk of stream) {
      for (let at = 0; at < chunk.length && !failed; at += PIECE) {
        await settle((done) => unpacker.write(chunk.subarray(at, at + PIECE), () => done()));
        yield* drain();
      }
      if (failed) break;
    }
    if (!failed) {
      await settle((done) => {
        unpacker.once("end", done);
        unpacker.end();
      });
    }
    yield* drain();
  } finally {
    unpacker.destroy();
  }
}

/** All bytes; or the first `limit` of them, not `complete`, where there are more. */
export async function gatherBytes(
  stream: ByteStream,
  limit: number,
): Promise<{ bytes: Buffer; complete: boolean }> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > limit) return { bytes: Buffer.concat(chunks).subarray(0, limit), complete: false };
  }
  return { bytes: Buffer.concat(chunks), complete: true };
}
