/** Heights in px that the style sheet (timeline.css) is given as custom properties. */
export const ROW_PX = 24
export const LANE_PADDING_PX = 4
/** The bar with a parent lane's name. */
export const HEADING_PX = 30
export const LANE_LABEL_PX = 196
