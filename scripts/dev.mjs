import { forgetBuild } from './build.mjs'
import { runtimeEnvironment } from './electron-runtime/index.mjs'
import { sandboxSwitches } from './machine/sandbox.mjs'
import { prepareMachine } from './prepare.mjs'
import { runScript } from './progress.mjs'
import { inProject, projectRoot } from './project.mjs'
import { run } from './run-command.mjs'

/** `npm run dev`: the app with hot reload; the window reloads on a change of the renderer, the app on one of main. */
async function dev() {
  const runtime = await prepareMachine({ needsVirtualScreen: false })
  forgetBuild()
  const withoutSandbox = sandboxSwitches(runtime.executable).length > 0 ? ['--noSandbox'] : []
  const args = [inProject('node_modules/electron-vite/bin/electron-vite.js'), 'dev', '--watch', ...withoutSandbox]
  const { code } = await run(process.execPath, [...args, ...process.argv.slice(2)], {
    cwd: projectRoot,
    env: runtimeEnvironment(runtime),
    show: true,
  })
  return code
}

await runScript(dev)
