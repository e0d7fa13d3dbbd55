// What some old libraries do: every object of the page gets one more enumerable property.
Object.prototype.extend = function extend(other) {
  return Object.assign(this, other);
};
