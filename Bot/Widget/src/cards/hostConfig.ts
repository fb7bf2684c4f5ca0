import { HostConfig } from 'adaptivecards';

const both = (color: string) => ({ default: color, subtle: color });

/** The card in the page's colours: custom properties, so that light and dark need no second drawing. */
export function hostConfig(): HostConfig {
  const foregroundColors = {
    default: { default: 'var(--pa-text)', subtle: 'var(--pa-muted)' },
    dark: { default: 'var(--pa-text)', subtle: 'var(--pa-muted)' },
    light: { default: 'var(--pa-muted)', subtle: 'var(--pa-muted)' },
    accent: both('var(--pa-link)'),
    good: both('var(--pa-good)'),
    warning: both('var(--pa-warn)'),
    attention: both('var(--pa-bad)'),
  };
  const style = (backgroundColor: string) => ({ backgroundColor, borderColor: 'var(--pa-line)', foregroundColors });
  return new HostConfig({
    fontFamily: 'inherit',
    fontSizes: { small: 14, default: 16, medium: 17, large: 19, extraLarge: 22 },
    fontWeights: { lighter: 400, default: 400, bolder: 650 },
    lineHeights: { small: 21, default: 25, medium: 26, large: 28, extraLarge: 31 },
    spacing: { small: 6, default: 10, medium: 14, large: 20, extraLarge: 28, padding: 16 },
    separator: { lineThickness: 1, lineColor: 'var(--pa-line)' },
    supportsInteractivity: true,
    imageSizes: { small: 40, medium: 80, large: 160 },
    containerStyles: {
      default: style('transparent'),
      emphasis: style('var(--pa-canvas)'),
      accent: style('var(--pa-soft)'),
      good: style('var(--pa-canvas)'),
      warning: style('var(--pa-warn-soft)'),
      attention: style('var(--pa-bad-soft)'),
    },
    inputs: {
      label: {
        requiredInputs: { suffix: ' *', suffixColor: 'attention', weight: 'bolder' },
        optionalInputs: { weight: 'bolder' },
        inputSpacing: 'small',
      },
      errorMessage: { color: 'attention', spacing: 'small', size: 'small', weight: 'bolder' },
    },
    actions: {
      maxActions: 8,
      spacing: 'default',
      buttonSpacing: 8,
      showCard: { actionMode: 'inline', inlineTopMargin: 12 },
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
    },
    adaptiveCard: { allowCustomStyle: true },
    factSet: {
      title: { color: 'default', size: 'default', isSubtle: true, weight: 'default', wrap: true, maxWidth: 150 },
      value: { color: 'default', size: 'default', isSubtle: false, weight: 'default', wrap: true },
      spacing: 12,
    },
    textBlock: { headingLevel: 3 },
  });
}
