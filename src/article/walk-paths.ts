/**
 * From paths to files: folders are walked, in an order that is the same on every machine.
 *
 * In: paths as given. Out: files with their origins, and problems for what cannot be entered. Entries are
 * sorted by their UTF-8 bytes (code-point order). Entries whose names start with a dot are passed over unless
 * named themselves. Symbolic links are followed; a folder is entered through links at most once.
 */
import { lstat, readdir, realpath, stat } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import type { ProblemDraft } from "./problem.js";

/** A file to read. `-` is standard input: its `path` is null. */
export interface InputFile {
  readonly path: string | null;
  readonly origin: string;
  /** Bytes, where known. */
  readonly size: number | null;
}

export type WalkResult = { readonly file: InputFile } | { readonly problem: ProblemDraft };

/** All files under the paths, each origin once. */
export async function* walkPaths(paths: readonly string[], cwd: string): AsyncGenerator<WalkResult> {
  const state: WalkState = { cwd, seen: new Set(), linked: new Set() };
  for (const path of paths) {
    if (path === "-") {
      if (!state.seen.has("stdin")) {
        state.seen.add("stdin");
        yield { file: { path: null, origin: "stdin", size: null } };
      }
    } else {
      yield* walk(resolve(cwd, path), state, [], true);
    }
  }
}

/** The origin of a path: relative to the working folder, with `/`. */
export function toOrigin(path: string, cwd: string): string {
  return relative(cwd, path).split(sep).join("/") || ".";
}

interface WalkState {
  readonly cwd: string;
  readonly seen: Set<string>;
  readonly linked: Set<string>;
}

async function* walk(
  path: string,
  state: WalkState,
  ancestors: readonly string[],
  named: boolean,
): AsyncGenerator<WalkResult> {
  const origin = toOrigin(path, state.cwd);
  let info: Awaited<ReturnType<typeof stat>>;
  let isLink: boolean;
  try {
    isLink = (await lstat(path)).isSymbolicLink();
    info = await stat(path);
  } catch (error) {
    yield { problem: await describeMissing(path, origin, error as NodeJS.ErrnoException) };
    return;
  }
  if (info.isDirectory()) {
    yield* walkFolder(path, origin, isLink, state, ancestors);
    return;
  }
  // A named pipe given by name is read ("<(zcat x)"); one met in a folder would wait for ever.
  if (!info.isFile() && !(named && (info.isFIFO() || info.isCharacterDevice()))) {
    const hint = "Name a regular file, or pass the content on standard input with -.";
    yield { problem: { code: "unsupported-format", message: `${origin}: not a regular file`, origin, hint } };
    return;
  }
  if (state.seen.has(origin)) return;
  state.seen.add(origin);
  yield { file: { path, origin, size: info.isFile() ? info.size : null } };
}

async function* walkFolder(
  path: string,
  origin: string,
  isLink: boolean,
  state: WalkState,
  ancestors: readonly string[],
): AsyncGenerator<WalkResult> {
  let real: string;
  let names: string[];
  try {
    real = await realpath(path);
    if (ancestors.includes(real) || (isLink && state.linked.has(real))) {
      const target = toOrigin(real, state.cwd);
      const why = ancestors.includes(real)
        ? "leads back to a folder that holds it"
        : "leads to a folder already read";
      yield {
        problem: {
          code: "symlink-loop",
          message: `${origin}: this link ${why} (${target}); not followed`,
          origin,
          hint: "Nothing is lost: the folder is read where it lies. Remove the link to be rid of this line.",
        },
      };
      return;
    }
    names = await readdir(path);
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    yield {
      problem: {
        code: "unreadable-folder",
        message: `${origin}: cannot list this folder (${explainErrno(code)})`,
        origin,
        hint:
          code === "EACCES" || code === "EPERM"
            ? "Ask for read permission, or name the files that you may read."
            : "Check the disk and the path.",
      },
    };
    return;
  }
  if (isLink) state.linked.add(real);
  const visible = names.filter((name) => !name.startsWith("."));
  visible.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  for (const name of visible) yield* walk(join(path, name), state, [...ancestors, real], false);
}

async function describeMissing(
  path: string,
  origin: string,
  error: NodeJS.ErrnoException,
): Promise<ProblemDraft> {
  const code = error.code ?? "";
  if (code === "ELOOP") {
    return {
      code: "symlink-loop",
      message: `${origin}: a symbolic link that leads round to itself`,
      origin,
      hint: "Remove the link or point it at a file.",
    };
  }
  const dangling = code === "ENOENT" && (await lstat(path).catch(() => null)) !== null;
  return {
    code: "unreadable-file",
    message: dangling
      ? `${origin}: a symbolic link to a file that is not there`
      : `${origin}: ${explainErrno(code)}`,
    origin,
    hint: dangling
      ? "Restore the file or remove the link."
      : "Check the spelling of the path and your permissions.",
  };
}

/** An operating system's error code in words. */
export function explainErrno(code: string): string {
  const words: Record<string, string> = {
    ENOENT: "no such file or folder",
    EACCES: "permission denied",
    EPERM: "permission denied",
    EISDIR: "is a folder",
    ENOTDIR: "a part of the path is not a folder",
    EIO: "the disk reports an error",
    ENAMETOOLONG: "the name is too long",
    EMFILE: "too many open files",
  };
  return words[code] ?? (code || "unknown error");
}
