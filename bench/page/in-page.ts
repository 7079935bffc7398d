// What runs in the browser: messages to the real page, and the same changes of the document written by hand.

/**
 * `window.bench`: `learn` notes what the page makes of two messages, `product` and `floor` let both take turns `count` times
 * and give microseconds of one message. The floor takes the page's place in its document.
 */
export const IN_PAGE = `window.bench = (() => {
  const tell = (text) => window.dispatchEvent(new MessageEvent('message', { data: JSON.parse(text) }));
  const layOut = () => document.body.getBoundingClientRect();

  function read(node) {
    if (node.nodeType === Node.TEXT_NODE) return { text: node.data };
    const attributes = Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value]));
    return { tag: node.localName, space: node.namespaceURI, attributes, children: [...node.childNodes].map(read) };
  }

  function write({ text, tag, space, attributes, children }) {
    if (text !== undefined) return document.createTextNode(text);
    const element = document.createElementNS(space, tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    for (const child of children) element.appendChild(write(child));
    return element;
  }

  const kinds = ({ children }) => children.map(({ tag }) => tag ?? '').join();

  /** The writes that make the tree \`to\` of the tree \`from\`. */
  function plan(from, to, path) {
    if (to.text !== undefined) return from.text === to.text ? [] : [{ path, text: to.text }];
    const names = new Set([...Object.keys(from.attributes), ...Object.keys(to.attributes)]);
    const changed = [...names].filter((name) => from.attributes[name] !== to.attributes[name]);
    const own = changed.map((name) => ({ path, name, value: to.attributes[name] }));
    if (kinds(from) !== kinds(to)) return [...own, { path, children: to.children }];
    return [...own, ...to.children.flatMap((child, index) => plan(from.children[index], child, [...path, index]))];
  }

  function apply(root, { path, text, name, value, children }) {
    let node = root;
    for (const index of path) node = node.childNodes[index];
    if (children) node.replaceChildren(...children.map(write));
    else if (text !== undefined) node.data = text;
    else if (value === undefined) node.removeAttribute(name);
    else node.setAttribute(name, value);
  }

  function time(count, run) {
    const start = performance.now();
    for (let turn = 0; turn < 2 * count; turn += 1) {
      run(turn % 2);
      layOut();
    }
    return ((performance.now() - start) * 1000) / (2 * count);
  }

  /** Both have to end with what the page made of the second message. */
  function check(root) {
    if (JSON.stringify(read(root).children) !== wanted) throw new Error('The page shows something else.');
  }

  let turns = [];
  let wanted = '';
  return {
    learn(before, texts) {
      for (const text of before) tell(text);
      const root = document.getElementById('page');
      const trees = texts.map((text) => {
        tell(text);
        return read(root);
      });
      wanted = JSON.stringify(trees[1].children);
      turns = texts.map((text, index) => ({ text, writes: plan(trees[1 - index], trees[index], []) }));
      return Math.max(...trees.map((tree) => JSON.stringify(tree).split('"tag"').length - 1));
    },
    product(count) {
      const result = time(count, (turn) => tell(turns[turn].text));
      check(document.getElementById('page'));
      return result;
    },
    floor(count) {
      const page = document.getElementById('page');
      const root = page.dataset.floor ? page : write(read(page));
      root.dataset.floor = 'yes';
      if (root !== page) page.replaceWith(root);
      const result = time(count, (turn) => {
        JSON.parse(turns[turn].text);
        for (const change of turns[turn].writes) apply(root, change);
      });
      check(root);
      return result;
    },
  };
})()`;
