// What cannot be read well enough: a script for the browser that looks at every text on the page.

/**
 * Evaluates to the texts whose contrast to what is behind them is below WCAG AA (4.5, or 3 for large ones), once over
 * white and once over black. Backgrounds are added up from the element outwards; pictures count by their colour only.
 */
export const LOW_CONTRAST = `(() => {
  const parse = (color) => {
    const [r, g, b, a = 1] = color.match(/[\\d.]+/g).map(Number);
    return { r, g, b, a };
  };
  const over = (top, below) => {
    const mix = (name) => top[name] * top.a + below[name] * (1 - top.a);
    return { r: mix('r'), g: mix('g'), b: mix('b'), a: 1 };
  };
  const luminance = ({ r, g, b }) => {
    const [R, G, B] = [r, g, b].map((value) => {
      const share = value / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * R + 0.7152 * G + 0.0722 * B;
  };
  const contrast = (a, b) => {
    const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (light + 0.05) / (dark + 0.05);
  };
  const low = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim();
    const element = walker.currentNode.parentElement;
    if (text === '' || element.closest('.spoken')) continue;
    for (const sky of ['rgb(255,255,255)', 'rgb(0,0,0)']) {
      const layers = [];
      for (let node = element; node; node = node.parentElement) layers.unshift(parse(getComputedStyle(node).backgroundColor));
      const behind = layers.reduce((below, layer) => over(layer, below), parse(sky));
      const style = getComputedStyle(element);
      const ratio = contrast(over(parse(style.color), behind), behind);
      const isLarge = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.7 && style.fontWeight >= 600);
      if (ratio < (isLarge ? 3 : 4.5)) low.push(text + ' over ' + sky + ': ' + ratio.toFixed(2));
    }
  }
  return low;
})()`;
