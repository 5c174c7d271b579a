// For tools that do not read components, ESLint among them; vue-tsc takes the component's own type instead.
declare module '*.vue' {
  import type { DefineComponent } from 'vue'
  const component: DefineComponent
  export default component
}
