import { defineStore } from 'pinia'
import { markRaw } from 'vue'
import { IndexKeeper } from '../../domain/controls/index-keeper'

/** The rules of the document, read once for all parts of the window that ask about them. */
export const useLawStore = defineStore('law', () => ({ indexes: markRaw(new IndexKeeper()) }))
