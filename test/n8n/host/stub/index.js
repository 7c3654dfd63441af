// Loads as any of the packages it stands in for and offers nothing.
module.exports = {};
