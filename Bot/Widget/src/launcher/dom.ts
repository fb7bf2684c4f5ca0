const svgNamespace = 'http://www.w3.org/2000/svg';

/** A decorative icon drawn from path data on a 24 x 24 grid. */
export function icon(path: string): SVGElement {
  const svg = document.createElementNS(svgNamespace, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const shape = document.createElementNS(svgNamespace, 'path');
  shape.setAttribute('d', path);
  svg.append(shape);
  return svg;
}

const sheets = new Map<string, CSSStyleSheet>();

/**
 * Adopts a style sheet into a shadow root: allowed under a policy without inline styles. Safari before 16.4 cannot; there the whole style
 * comes as a file of the server.
 */
export function adopt(root: ShadowRoot, css: string, server: string): void {
  if ('adoptedStyleSheets' in root) {
    const sheet = sheets.get(css) ?? new CSSStyleSheet();
    if (!sheets.has(css)) sheet.replaceSync(css);
    sheets.set(css, sheet);
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return;
  }
  const shadow = root as ShadowRoot;
  if (shadow.querySelector('link')) return;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = `${server}/widget/widget.css`;
  shadow.append(link);
}
