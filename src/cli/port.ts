import { InvalidArgumentError } from "commander";

/** A port number from the command line. */
export function parsePort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new InvalidArgumentError("Expected a whole number from 0 to 65535.");
  }
  return port;
}
