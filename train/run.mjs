// Trains the English parser from treebanks: npm run train -- --treebanks DIR [--news FILE] [--work DIR] [--out FILE]
//
// Makes a virtual environment in train/.venv, then runs, in order and from fixed seeds: lemma rules, teacher, news
// sentences, word vectors, labels, template sentences, student, weight file. A step whose output exists is passed over.
// DIR holds ewt-train, gum-train-noNC, ewt-dev and gum-dev (.conllu.gz). Nothing is trained on the dev files.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const here = fileURLToPath(new URL(".", import.meta.url));
const { values } = parseArgs({
  options: {
    treebanks: { type: "string" },
    news: { type: "string" },
    work: { type: "string", default: join(here, ".venv/work") },
    out: { type: "string", default: join(here, "../models/en.rpnw") },
    threads: { type: "string", default: "2" },
    made: { type: "string", default: new Date().toISOString().slice(0, 10) },
  },
});
if (!values.treebanks) {
  console.error("train: --treebanks not given, expected a folder with ewt-train.conllu.gz and gum-train-noNC.conllu.gz");
  process.exit(2);
}
const bank = (name) => resolve(values.treebanks, `${name}.conllu.gz`);
const gold = [bank("ewt-train"), bank("gum-train-noNC")];
const dev = [bank("ewt-dev"), bank("gum-dev")].filter(existsSync);
for (const file of gold) {
  if (!existsSync(file)) {
    console.error(`train: ${file} not found`);
    process.exit(2);
  }
}
mkdirSync(values.work, { recursive: true });
const work = (name) => join(values.work, name);
const python = join(here, ".venv/bin/python");

function run(command, args) {
  console.log(`> ${command} ${args.join(" ")}`);
  const { status } = spawnSync(command, args, { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

function step(output, script, args) {
  if (!existsSync(output)) run(python, ["-u", join(here, script), ...args]);
}

if (!existsSync(python)) {
  run("python3", ["-m", "venv", join(here, ".venv")]);
  run(python, ["-m", "pip", "install", "-q", "-r", join(here, "requirements.txt")]);
}
const train = ["--train", ...gold];
const measured = [...train, "--dev", ...dev];
const threads = ["--threads", values.threads];
step(work("lemmas.txt"), "lemma.py", [...train, "--out", work("lemmas.txt")]);
step(work("teacher-a.pt"), "teacher.py", [
  ...measured, ...threads, "--out", work("teacher-a.pt"), "--epochs", "5", "--stop", "3",
]);
step(work("teacher.pt"), "teacher.py", [
  ...measured, ...threads, "--init", work("teacher-a.pt"), "--out", work("teacher.pt"), "--epochs", "1", "--lr", "1.3e-4",
  "--head-lr", "8e-4", "--seed", "2",
]);
const sentences = work("sentences.jsonl.gz");
if (values.news && !existsSync(sentences)) {
  run("node", ["--import", "tsx", join(here, "news-sentences.ts"), resolve(values.news), sentences]);
}
const news = existsSync(sentences) ? ["--sentences", sentences] : [];
step(work("vectors.npz"), "vectors.py", [...train, ...news, "--teacher", work("teacher.pt"), "--out", work("vectors.npz")]);
if (news.length > 0) {
  step(work("news.npz"), "label.py", [...train, ...news, "--teacher", work("teacher.pt"), "--out", work("news.npz")]);
}
step(work("newswire.conllu"), "newswire.py", ["--out", work("newswire.conllu"), "--number", "2000"]);
const student = [
  ...measured, "--synthetic", work("newswire.conllu"), ...(news.length > 0 ? ["--labelled", work("news.npz")] : []),
  "--vectors", work("vectors.npz"),
];
step(work("student-a.pt"), "student.py", [...student, "--out", work("student-a.pt")]);
step(work("student.pt"), "student.py", [
  ...student, "--init", work("student-a.pt"), "--out", work("student.pt"), "--epochs", "2", "--lr", "6e-4",
  "--news-weight", "0.35", "--tag-weight", "2", "--seed", "2",
]);
run(python, [
  join(here, "export.py"), "--checkpoint", work("student.pt"), "--lemmas", work("lemmas.txt"), "--out", values.out,
  "--made", values.made,
]);
