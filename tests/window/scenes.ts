/** All scenes, found by their files: whoever adds a view adds its file to scenes/. */
import { readdirSync } from 'node:fs';
import type { Scene } from './scene.ts';

export async function allScenes(): Promise<readonly Scene[]> {
  const folder = new URL('scenes/', import.meta.url);
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .sort();
  const modules = await Promise.all(
    files.map((file) => import(new URL(file, folder).href) as Promise<{ readonly scenes: readonly Scene[] }>),
  );
  const scenes = modules.flatMap((module) => module.scenes);
  const twice = scenes.find(({ name }, index) => scenes.findIndex((other) => other.name === name) !== index);
  if (twice !== undefined) throw new Error(`Two scenes are called ${twice.name}.`);
  return scenes;
}
