// The page without a driver: what is measured of it is taken off from all others.
export function start() {}
