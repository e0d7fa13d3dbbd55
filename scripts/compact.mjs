// Takes out of templates and style sheets what only their writers need, for dist/ and for the embed alike.
import ts from 'typescript';

/** Markup without indentation and without the breaks between tags, at which no text is set in a line. */
const markup = (text) => text.replace(/\n[ \t]+/g, '\n').replace(/>\n+(?=<)/g, '>');

/** A style sheet without comments, and without the space that only divides its lines. */
const styles = (text) =>
  text
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s*\n\s*/g, '\n')
    .replace(/([;{},])\n/g, '$1')
    .replace(/;?\n?}/g, '}')
    .replace(/ \{/g, '{')
    .replace(/(\w): (?=[-\w(#])/g, '$1:');

const compacted = { html: markup, svg: markup, css: styles };

/** For the compiler, before its own transformers: source maps and declarations stay those of the source. */
export const compact = (context) => (file) => {
  const { factory } = context;
  const literal = {
    [ts.SyntaxKind.NoSubstitutionTemplateLiteral]: factory.createNoSubstitutionTemplateLiteral,
    [ts.SyntaxKind.TemplateHead]: factory.createTemplateHead,
    [ts.SyntaxKind.TemplateMiddle]: factory.createTemplateMiddle,
    [ts.SyntaxKind.TemplateTail]: factory.createTemplateTail,
  };
  const shorten = (node, change) => {
    const raw = node.getText(file).replace(/^[`}]|(`|\$\{)$/g, '');
    return ts.setTextRange(literal[node.kind](undefined, change(raw)), node);
  };
  const shortenAll = (template, change) =>
    template.templateSpans
      ? factory.updateTemplateExpression(
          template,
          shorten(template.head, change),
          template.templateSpans.map((span) =>
            factory.updateTemplateSpan(span, visit(span.expression), shorten(span.literal, change)),
          ),
        )
      : shorten(template, change);
  const visit = (node) => {
    const change = ts.isTaggedTemplateExpression(node) && compacted[node.tag.getText(file)];
    return change
      ? factory.updateTaggedTemplateExpression(
          node,
          node.tag,
          undefined,
          shortenAll(node.template, change),
        )
      : ts.visitEachChild(node, visit, context);
  };
  return visit(file);
};
