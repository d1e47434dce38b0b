import { hashText } from "../src/core/identity.js";

/** True for the 15 % of articles that validate the attribution models and are never trained on. */
export function isValidation(id: string): boolean {
  return Number.parseInt(hashText(id).slice(0, 6), 16) % 100 < 15;
}
