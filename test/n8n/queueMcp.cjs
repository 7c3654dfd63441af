// Loaded into n8n in queue mode before n8n itself. There n8n (2.40) imports one file of
// @n8n/n8n-nodes-langchain, also if nobody uses MCP. The install leaves that package out (host/package.json),
// and what stands in its place is found by require alone. This does nothing in
// its place.
const { registerHooks } = require('node:module');
const { pathToFileURL } = require('node:url');

const FILE = '@n8n/n8n-nodes-langchain/mcp/core';

registerHooks({
	resolve(specifier, context, next) {
		// A require finds what the install has in its place.
		if (specifier !== FILE || !context.conditions.includes('import'))
			return next(specifier, context);
		return { url: pathToFileURL(__filename).href, format: 'commonjs', shortCircuit: true };
	},
});

// Every method exists and does nothing.
const anything = new Proxy({}, { get: () => () => undefined });
class Absent {
	static instance() {
		return anything;
	}
}

// One by one: an import sees what stands here by name.
exports.McpServer = Absent;
exports.QueuedExecutionStrategy = Absent;
exports.RedisSessionStore = Absent;
