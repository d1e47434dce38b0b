import { InvalidArgumentError } from "commander";

/** A port number from the command line, or "auto". */
export function parsePort(text: string): number | "auto" {
  if (text === "auto") return text;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) {
    throw new InvalidArgumentError("Expected auto or a whole number from 0 to 65535.");
  }
  return port;
}
