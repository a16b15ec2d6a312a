import { noChange } from 'lit';
import { Directive, directive } from 'lit/directive.js';

/**
 * Sets properties of an element's style: `<i ${style({ '--part': 0.4 })}>`. Lit's own styleMap
 * writes a style attribute at first, and that the content security policy refuses.
 */
class Style extends Directive {
  render() {
    return noChange;
  }

  update({ element }, [properties]) {
    for (const [name, value] of Object.entries(properties)) element.style.setProperty(name, String(value));
    return noChange;
  }
}

export const style = directive(Style);
