// Starts one Payara Micro with the Visavis WAR and says when the application itself answers. Used by
// ./run and by the browser journeys, so that both meet the same server.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import path from "node:path";
import process from "node:process";
import { eachLine } from "./lines.mjs";
import { LogFile } from "./log-file.mjs";

const PRE_BOOT = fileURLToPath(new URL("pre-boot.txt", import.meta.url));
const LISTENERS = "configs.config.server-config.network-config.network-listeners.network-listener";
const BOOTED = /Payara Micro .* ready in/;
const BAD_SETTING = /Visavis cannot start: (.*?)\]*$/;
const REFUSED = /Exception while loading the app/;
/** One compiler tier and the serial collector halve the start on a small machine. */
const QUICK_START = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"];
/** For a server that runs for long: what docs/configuration.md recommends. */
const STEADY = ["-XX:+UseParallelGC", "-XX:+UseTransparentHugePages"];
const POLL_MS = 200;
/** How long the application may still take after Payara says it has booted, in milliseconds. */
const AFTER_BOOT_MS = 15_000;
/** All bad settings are told at once; this is how long the last may come after the first. */
const BAD_SETTINGS_MS = 500;

/** The deployment failed or the process died; `reason` is fit for a person, `log` holds the rest. */
export class StartFailure extends Error {
  constructor(reason, log) {
    super(`${reason}\nThe whole log: ${log}`);
    this.reason = reason;
    this.log = log;
  }
}

/**
 * Starts the server and resolves once /health/ready and the landing page answer.
 *
 * @param {object} options jar, war: file paths; port: on the loopback; directory: a folder of its own
 *   for log, unpacked server and temporary files; environment: VISAVIS_… variables; steady: whether
 *   to start slower and then run faster; tls: what provideTls gave, with port, and everywhere where
 *   HTTPS is not for the loopback alone; timeoutMs: how long a start may take (default 180 s); signal: an
 *   AbortSignal that gives the start up; onSpawn: called with the process's id before it is waited for
 */
export async function startPayara(options) {
  const { directory, port, timeoutMs = 180_000, signal } = options;
  const temporary = path.join(directory, "tmp");
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary, { recursive: true });
  const log = path.join(directory, "server.log");
  const child = launch(options, temporary);
  if (child.pid !== undefined) {
    options.onSpawn?.(child.pid);
  }
  const state = watch(child, log);
  const server = {
    pid: child.pid,
    log,
    exited: state.exited,
    stop: () => stop(child, state.exited, temporary),
  };
  try {
    await untilReady(port, state, log, timeoutMs, signal);
  } catch (failure) {
    await server.stop();
    throw failure;
  }
  return server;
}

function launch(options, temporary) {
  const { jar, war, port, directory, environment, steady = false } = options;
  const java = process.env.JAVA_HOME ? path.join(process.env.JAVA_HOME, "bin/java") : "java";
  const micro = ["--nohazelcast", "--disablephonehome"];
  const root = path.join(directory, "payara");
  // A domain of a former start would deploy its copy of the application beside the new one.
  rmSync(root, { recursive: true, force: true });
  const rootDirectory = ["--rootdir", root];
  const deploy = ["--contextroot", "/", "--port", String(port), "--deploy", war];
  const { jvm, server } = secured(options);
  const start = [...jvm, ...(steady ? STEADY : QUICK_START), ...jvmFlags(temporary), "-jar", jar];
  return spawn(java, [...start, ...micro, ...server, ...rootDirectory, ...deploy], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own: Ctrl-C in the terminal reaches ./run alone, which then stops the server.
    detached: true,
  });
}

/** What HTTPS needs of the virtual machine and of the server; the plain port stays for health. */
function secured({ tls, directory }) {
  if (!tls) {
    return { jvm: [], server: ["--prebootcommandfile", PRE_BOOT] };
  }
  const commands = path.join(directory, "pre-boot.txt");
  const address = `${LISTENERS}.https-listener.address=${tls.everywhere ? "0.0.0.0" : "127.0.0.1"}`;
  writeFileSync(commands, `${readFileSync(PRE_BOOT, "utf8")}set ${address}\n`);
  const listen = ["--sslport", String(tls.port), "--sslcert", tls.alias];
  return { jvm: [`@${tls.optionsFile}`], server: [...listen, "--prebootcommandfile", commands] };
}

function jvmFlags(temporary) {
  return ["-Xmx768m", "-Djava.net.preferIPv4Stack=true", `-Djava.io.tmpdir=${temporary}`];
}

function watch(child, log) {
  const file = new LogFile(log);
  const state = { bootedAt: undefined, code: undefined, refused: false, error: undefined };
  state.badSettings = [];
  const take = (line) => {
    file.write(line);
    if (BOOTED.test(line)) {
      state.bootedAt ??= Date.now();
    }
    state.refused ||= REFUSED.test(line);
    const bad = BAD_SETTING.exec(line);
    if (bad) {
      state.badSince ??= Date.now();
      state.badSettings.push(bad[1]);
    }
  };
  eachLine(child.stdout, take);
  eachLine(child.stderr, take);
  state.exited = new Promise((resolve) => {
    child.once("error", (error) => {
      state.error = error;
      resolve(-1);
    });
    child.once("close", (code, signal) => {
      state.code = code ?? signal;
      file.close();
      resolve(state.code);
    });
  });
  return state;
}

async function untilReady(port, state, log, timeoutMs, signal) {
  const deadline = Date.now() + timeoutMs;
  while (!(await answers(port))) {
    if (signal?.aborted) {
      throw new StartFailure("The start was given up.", log);
    }
    if (state.error) {
      throw new StartFailure(`Java could not be started: ${state.error.message}`, log);
    }
    if (state.code !== undefined) {
      throw new StartFailure(reasonFrom(log) ?? `The server ended with ${state.code}.`, log);
    }
    if (state.badSince && (state.refused || Date.now() > state.badSince + BAD_SETTINGS_MS)) {
      throw new StartFailure(state.badSettings.join("\n"), log);
    }
    // After a failed deployment Payara Micro stays up, "ready", with nothing in it.
    if (state.bootedAt && (state.refused || Date.now() > state.bootedAt + AFTER_BOOT_MS)) {
      throw new StartFailure(reasonFrom(log) ?? "The application is not ready.", log);
    }
    if (Date.now() > deadline) {
      throw new StartFailure(`No answer within ${timeoutMs / 1000} s.`, log);
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

async function answers(port) {
  try {
    for (const page of ["/health/ready", "/"]) {
      const response = await fetch(`http://127.0.0.1:${port}${page}`, {
        signal: AbortSignal.timeout(5_000),
      });
      await response.arrayBuffer();
      if (response.status !== 200) {
        return false;
      }
    }
    return true;
  } catch {
    return false;
  }
}

/** The sentence in the log that says why, or undefined: a database lock, a cause. */
function reasonFrom(log) {
  const text = readFileSync(log, "utf8");
  if (/already in use by another process|Database may be already in use/.test(text)) {
    return "The data folder is in use: another Visavis is running on it. Stop that one first.";
  }
  const causes = [...text.matchAll(/^Caused by: (.*)$/gm)].map((match) => match[1]);
  const load = /Exception while loading the app : ([^\n]*)/.exec(text);
  return causes.at(-1) ?? load?.[1];
}

async function stop(child, exited, temporary) {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill("SIGTERM");
    const hard = setTimeout(() => child.kill("SIGKILL"), 20_000);
    await exited;
    clearTimeout(hard);
  }
  rmSync(temporary, { recursive: true, force: true });
}
