const words = (text: string) => new Set(text.split(/\s+/));

/** What a drawing is made of. Anything else is left out, with all that stands in it. */
export const drawnElements = words(
  "svg g path rect circle ellipse line polyline polygon text tspan textPath defs symbol use " +
    "linearGradient radialGradient stop clipPath mask pattern marker style title desc",
);

/** What can do more than draw, or show something that is not in the file: such a drawing is refused. */
export const refusedElements = words(
  "script foreignObject image iframe embed object audio video animate animateTransform animateMotion " +
    "set handler listener",
);

/** Elements that may be named by a style sheet: they hold no shapes, so nothing can grow through them. */
export const paintElements = words("linearGradient radialGradient");

export const drawnAttributes = words(
  "id class style transform viewBox preserveAspectRatio width height x y x1 y1 x2 y2 cx cy r rx ry fx fy fr " +
    "d points pathLength dx dy rotate textLength lengthAdjust startOffset offset gradientUnits " +
    "gradientTransform spreadMethod clipPathUnits maskUnits maskContentUnits patternUnits " +
    "patternContentUnits patternTransform markerUnits markerWidth markerHeight refX refY orient " +
    "fill fill-rule fill-opacity stroke stroke-width stroke-linecap stroke-linejoin stroke-miterlimit " +
    "stroke-dasharray stroke-dashoffset stroke-opacity opacity color stop-color stop-opacity clip-path " +
    "clip-rule mask marker-start marker-mid marker-end paint-order visibility display overflow " +
    "shape-rendering text-rendering vector-effect mix-blend-mode isolation font-family font-size " +
    "font-style font-weight font-stretch font-variant text-anchor letter-spacing word-spacing " +
    "dominant-baseline baseline-shift alignment-baseline text-decoration writing-mode href xml:space",
);
