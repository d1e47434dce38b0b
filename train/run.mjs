// Trains the English parser from treebanks: npm run train -- --treebanks DIR [--news FILE] [--work DIR] [--out FILE]
//
// Makes a virtual environment in train/.venv, then runs, in order and from fixed seeds: lemma rules, teacher, news
// sentences, word vectors, labels, template sentences, student, weight file. A step that was finished with the same
// arguments is passed over, until one runs; a step that was broken off runs again.
// DIR holds ewt-train, gum-train-noNC, ewt-dev and gum-dev (.conllu.gz). Nothing is trained on the dev files.
// --tiny takes the beginning of each file and a few epochs, to try the whole way; its weights are good for nothing else
// and are written into the folder of its work.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gunzipSync, gzipSync } from "node:zlib";

const here = fileURLToPath(new URL(".", import.meta.url));
const venv = join(here, ".venv");
const { values } = parseArgs({
  options: {
    treebanks: { type: "string" },
    news: { type: "string" },
    work: { type: "string" },
    out: { type: "string" },
    threads: { type: "string", default: "2" },
    made: { type: "string", default: new Date().toISOString().slice(0, 10) },
    tiny: { type: "boolean", default: false },
  },
});
const { tiny } = values;
const folder = resolve(values.work ?? join(venv, tiny ? "tiny" : "work"));
const out = resolve(values.out ?? (tiny ? join(folder, "en.rpnw") : join(here, "../models/en.rpnw")));
const work = (name) => join(folder, name);
const python = join(venv, "bin/python");

/** Sentences of a treebank, articles, words, sentences of templates, epochs: of a trial, and of the net that ships. */
const size = tiny
  ? { sentences: 100, articles: 10, words: ["--words", "2000"], templates: 60, teacher: [2, 1], student: 2, second: 1 }
  : { words: [], templates: 2000, teacher: [5, 3], student: 14, second: 2 };

function refuse(message) {
  console.error(`train: ${message}`);
  process.exit(2);
}

if (!values.treebanks) refuse("--treebanks not given, expected a folder with ewt-train.conllu.gz and gum-train-noNC.conllu.gz");
mkdirSync(folder, { recursive: true });
const bank = (name) => resolve(values.treebanks, `${name}.conllu.gz`);
const dev = [bank("ewt-dev"), bank("gum-dev")].filter(existsSync).map((path) => cut(path, "\n\n", size.sentences));
const gold = [bank("ewt-train"), bank("gum-train-noNC")].map((path) => cut(path, "\n\n", size.sentences));
const news = values.news === undefined ? undefined : cut(resolve(values.news), "\n", size.articles);

/** The file, or in a trial one of its first `count` parts. */
function cut(path, between, count) {
  if (!existsSync(path)) refuse(`${path} not found`);
  if (count === undefined) return path;
  const short = work(path.split(/[\\/]/).at(-1));
  const parts = gunzipSync(readFileSync(path)).toString("utf8").split(between).slice(0, count);
  writeFileSync(short, gzipSync(parts.join(between) + between));
  return short;
}

function run(command, args) {
  console.log(`> ${command} ${args.join(" ")}`);
  const { status, error } = spawnSync(command, args, { stdio: "inherit" });
  if (error) refuse(`${command} cannot be run: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}

let ran = false;

/** Runs what makes `output`, unless it was made so before and from the same. Its mark is written when it has ended. */
function step(output, command, args) {
  const mark = `${output}.done`;
  const made = args.join("\n");
  if (!ran && existsSync(output) && existsSync(mark) && readFileSync(mark, "utf8") === made) return;
  ran = true;
  run(command, args);
  writeFileSync(mark, made);
}

const py = (script, args) => ["-u", join(here, script), ...args];
const needed = join(here, "requirements.txt");
const installed = join(venv, "requirements.done");
if (!existsSync(installed) || readFileSync(installed, "utf8") !== readFileSync(needed, "utf8")) {
  run("python3", ["-m", "venv", venv]);
  run(python, ["-m", "pip", "install", "-q", "-r", needed]);
  writeFileSync(installed, readFileSync(needed));
}
const train = ["--train", ...gold];
const measured = [...train, "--dev", ...dev];
const threads = ["--threads", values.threads];
const [epochs, stop] = size.teacher;
step(work("lemmas.txt"), python, py("lemma.py", [...train, "--out", work("lemmas.txt")]));
step(work("teacher-a.pt"), python, py("teacher.py", [
  ...measured, ...threads, "--out", work("teacher-a.pt"), "--epochs", `${epochs}`, "--stop", `${stop}`,
]));
step(work("teacher.pt"), python, py("teacher.py", [
  ...measured, ...threads, "--init", work("teacher-a.pt"), "--out", work("teacher.pt"), "--epochs", "1", "--lr", "1.3e-4",
  "--head-lr", "8e-4", "--seed", "2",
]));
const sentences = work("sentences.jsonl.gz");
if (news) step(sentences, "node", ["--import", "tsx", join(here, "news-sentences.ts"), news, sentences]);
const read = news ? ["--sentences", sentences] : [];
const teacher = ["--teacher", work("teacher.pt"), ...threads];
step(work("vectors.npz"), python, py("vectors.py", [
  ...train, ...read, ...teacher, ...size.words, "--out", work("vectors.npz"),
]));
if (news) step(work("news.npz"), python, py("label.py", [...train, ...read, ...teacher, "--out", work("news.npz")]));
step(work("newswire.conllu"), python, py("newswire.py", [
  "--out", work("newswire.conllu"), "--number", `${size.templates}`,
]));
const student = [
  ...measured, "--synthetic", work("newswire.conllu"), ...(news ? ["--labelled", work("news.npz")] : []),
  "--vectors", work("vectors.npz"), ...size.words,
];
step(work("student-a.pt"), python, py("student.py", [
  ...student, "--out", work("student-a.pt"), "--epochs", `${size.student}`,
]));
step(work("student.pt"), python, py("student.py", [
  ...student, "--init", work("student-a.pt"), "--out", work("student.pt"), "--epochs", `${size.second}`, "--lr", "6e-4",
  "--news-weight", "0.35", "--tag-weight", "2", "--seed", "2",
]));
run(python, py("export.py", [
  "--checkpoint", work("student.pt"), "--lemmas", work("lemmas.txt"), "--out", out, "--made", values.made,
]));
