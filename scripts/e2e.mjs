import { ensureBuilt } from './build.mjs'
import { E2E_SCREENS, withHiddenApp } from './prepare.mjs'
import { runScript } from './progress.mjs'
import { inProject, projectRoot } from './project.mjs'
import { run } from './run-command.mjs'

/** `npm run e2e -- [arguments of playwright test]`: drives the built app in real Electron, out of sight. */
async function e2e() {
  const args = process.argv.slice(2)
  const project = args.some((arg) => arg.startsWith('--project')) ? [] : ['--project=electron']
  return withHiddenApp(async (env) => {
    await ensureBuilt()
    const cli = inProject('node_modules/@playwright/test/cli.js')
    const { code } = await run(process.execPath, [cli, 'test', ...project, ...args], {
      cwd: projectRoot,
      env,
      show: true,
    })
    return code
  }, E2E_SCREENS)
}

await runScript(e2e)
