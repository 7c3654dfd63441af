/**
 * What keeps a workflow from being imported into any n8n as it is, as sentences; none if all is well.
 *
 * @param workflow one parsed file of workflows/
 * @param ownTypes the node types of this package, e.g. `n8n-nodes-shopify-fulfillment.shopifyFulfillmentOrders`
 */
function checkWorkflow(workflow, ownTypes) {
	const problems = [];
	const nodes = Array.isArray(workflow.nodes) ? workflow.nodes : [];
	const names = new Set(nodes.map(({ name }) => name));
	if (!workflow.name) problems.push('The workflow has no name');
	if (nodes.length === 0) problems.push('The workflow has no nodes');
	if (names.size < nodes.length) problems.push('Two nodes have the same name');
	if (new Set(nodes.map(({ id }) => id)).size < nodes.length)
		problems.push('Two nodes have the same id');
	if (workflow.active) problems.push('The workflow is active: whoever imports it decides that');
	if (workflow.staticData) problems.push('The workflow carries static data of another instance');
	if (workflow.pinData && Object.keys(workflow.pinData).length > 0)
		problems.push('The workflow pins data');
	for (const node of nodes) problems.push(...checkNode(node, ownTypes));
	for (const [from, outputs] of Object.entries(workflow.connections ?? {})) {
		const targets = Object.values(outputs)
			.flat(2)
			.filter(Boolean)
			.map(({ node }) => node);
		for (const name of [from, ...targets]) {
			if (!names.has(name)) problems.push(`A connection names "${name}", which is no node`);
		}
	}
	return problems;
}

function checkNode(node, ownTypes) {
	const problems = [];
	const say = (text) => problems.push(`"${node.name}" ${text}`);
	if (!node.type?.startsWith('n8n-nodes-base.') && !ownTypes.includes(node.type)) {
		say(`has the type ${node.type}, which neither n8n nor this package has`);
	}
	if (!Number.isFinite(node.typeVersion)) say('has no typeVersion');
	if (node.type === 'n8n-nodes-base.webhook' && !node.webhookId) say('has no webhookId');
	for (const { id } of Object.values(node.credentials ?? {})) {
		if (id) say('names a credential of another instance by its id');
	}
	// Writing it in an execution wipes what the trigger remembers (n8n 2.40, see CONTRIBUTING.md).
	if (JSON.stringify(node.parameters ?? {}).includes('$getWorkflowStaticData'))
		say('uses static data');
	return problems;
}

module.exports = { checkWorkflow };
