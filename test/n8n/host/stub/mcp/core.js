// n8n 2.40 requires this file of @n8n/n8n-nodes-langchain when it starts and calls static
// methods of the classes in it; every class and every method exists here and does nothing.
class Absent {
	static getInstance() {
		return anything;
	}

	static instance() {
		return anything;
	}
}

const anything = new Proxy({}, { get: () => () => undefined });

module.exports = new Proxy({}, { get: (_target, name) => (name === '__esModule' ? true : Absent) });
