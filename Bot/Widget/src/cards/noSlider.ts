/** Stands in for the slider that the card renderer's carousel would use; carousels are not drawn here. */
export default class NoSlider {}
export const A11y = undefined, Autoplay = undefined, History = undefined, Keyboard = undefined,
  Navigation = undefined, Pagination = undefined, Scrollbar = undefined;
