// @ts-check
import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { aptInstall, programOf } from './system.mjs';

const find = () => programOf('redis-server', 'valkey-server');

/** The path of a Redis server, installed when that is possible. @param {(text: string) => void} [progress] */
export const findRedis = async (progress) => {
  if (!find()) await aptInstall('redis-server', progress);
  return find();
};

/** @param {number} port @returns {Promise<boolean>} */
const answers = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.setTimeout(1000, () => socket.destroy());
    socket.once('data', (data) => {
      socket.destroy();
      resolve(String(data).startsWith('+PONG'));
    });
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
  });

/**
 * A Redis that keeps nothing on disk: queues hold no truth. It has a process group of its own, so that Ctrl-C reaches the
 * servers first.
 * @param {string} program @param {number} port
 */
export const startRedis = async (program, port) => {
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction'];
  const child = spawn(program, args, { stdio: 'ignore', detached: true });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  for (let tries = 0; tries < 100 && child.exitCode === null && !(await answers(port)); tries += 1) await pause(50);
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: async () => {
      if (child.exitCode === null) child.kill('SIGTERM');
      await ended;
    },
  };
};
