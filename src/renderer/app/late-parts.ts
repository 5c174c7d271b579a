/**
 * What is not needed to look at the first timeline, in one chunk with the library it stands on:
 * menus, popovers and dialogs. Asked for once the timeline stands.
 */
export { default as ExportMenu } from './ExportMenu.vue'
export { default as FileMenu } from '../files/FileMenu.vue'
export { default as DropWorkspace } from '../files/DropWorkspace.vue'
export { default as NewMenu } from './NewMenu.vue'
export { default as SettingsMenu } from './SettingsMenu.vue'
export { default as TimelineMenu } from './TimelineMenu.vue'
export { default as GoToDate } from './GoToDate.vue'
export { default as LegendPopover } from './LegendPopover.vue'
export { default as ShortcutsDialog } from './ShortcutsDialog.vue'
export { default as AboutDialog } from './AboutDialog.vue'
export { default as AuthorDialog } from './AuthorDialog.vue'
export { default as AddAnnotation } from '../annotate/AddAnnotation.vue'
export { default as AnnotationList } from '../annotate/AnnotationList.vue'

export type LateParts = typeof import('./late-parts')
