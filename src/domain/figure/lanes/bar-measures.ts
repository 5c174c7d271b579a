/** How high a bar is, and the line along its upper edge. */
export const BAR_PX = 14
export const SPINE_PX = 2
