import type { Child, View } from './view';

const SVG = 'http://www.w3.org/2000/svg';

/** By which key a node was made. */
const keys = new WeakMap<Node, string>();

/** What a click on a node does now. */
const clicks = new WeakMap<Node, View['onClick']>();

/**
 * Makes the children of an element what they are to be, and leaves every node alone that is so already: what is focused,
 * selected or scrolled stays.
 */
export function patch(parent: Element, children: readonly Child[]): void {
  const focused = document.activeElement;
  patchChildren(parent, children);
  // A node that had to be moved lost the focus on the way.
  if (focused !== document.activeElement && focused?.isConnected && focused instanceof HTMLElement) {
    focused.focus({ preventScroll: true });
  }
}

function patchChildren(parent: Element, children: readonly Child[]): void {
  const former = new Map(Array.from(parent.childNodes, (node) => [keys.get(node) ?? '', node] as const));
  const wanted = withKeys(children);
  const stays = new Set(wanted.map(([key]) => key));
  for (const [key, node] of former) {
    if (!stays.has(key)) {
      node.remove();
    }
  }
  let next = parent.firstChild;
  for (const [key, child] of wanted) {
    const node = former.get(key) ?? made(child, parent);
    keys.set(node, key);
    if (node === next) {
      next = node.nextSibling;
    } else {
      parent.insertBefore(node, next);
    }
    update(node, child);
  }
}

/** Of children without a key of their own the tag and their number among its like. */
function withKeys(children: readonly Child[]): (readonly [key: string, child: Child])[] {
  const numbers = new Map<string, number>();
  return children.map((child) => {
    const tag = typeof child === 'string' ? '' : child.tag;
    if (typeof child !== 'string' && child.key !== undefined) {
      return [`${tag}=${child.key}`, child];
    }
    const number = (numbers.get(tag) ?? 0) + 1;
    numbers.set(tag, number);
    return [`${tag}#${number}`, child];
  });
}

function made(child: Child, parent: Element): ChildNode {
  if (typeof child === 'string') {
    return document.createTextNode(child);
  }
  const isSvg = child.tag === 'svg' || parent.namespaceURI === SVG;
  return isSvg ? document.createElementNS(SVG, child.tag) : document.createElement(child.tag);
}

function update(node: ChildNode, child: Child): void {
  if (typeof child === 'string') {
    if (node.nodeValue !== child) {
      node.nodeValue = child;
    }
  } else if (node instanceof Element) {
    setAttributes(node, child);
    setClick(node, child.onClick);
    patchChildren(node, child.children);
  }
}

/** One listener for as long as the node lives, whatever it then does. */
function setClick(node: Element, onClick: View['onClick']): void {
  if (onClick && !clicks.has(node)) {
    node.addEventListener('click', (event) => clicks.get(node)?.(event as MouseEvent));
  }
  if (onClick || clicks.has(node)) {
    clicks.set(node, onClick);
  }
}

function setAttributes(element: Element, { attributes }: View): void {
  for (const name of element.getAttributeNames()) {
    if (attributes[name] === undefined || attributes[name] === false) {
      element.removeAttribute(name);
    }
  }
  for (const [name, value] of Object.entries(attributes)) {
    const text = value === true ? '' : value;
    if (text !== undefined && text !== false && element.getAttribute(name) !== text) {
      element.setAttribute(name, text);
    }
  }
  if (element instanceof HTMLInputElement) {
    // The attribute is only what a box begins with.
    element.checked = attributes['checked'] === true;
  }
}
