import type { LocationInput } from './options';
import type { FulfillmentService, Location } from './state';
import { stockUp } from './stock';
import { gid } from './world';
import type { World } from './world';

const NOWHERE = {
	firstName: null,
	lastName: null,
	company: null,
	address1: null,
	address2: null,
	city: null,
	zip: null,
	province: null,
	provinceCode: null,
	phone: null,
};

const COUNTRIES: Readonly<Record<string, string>> = {
	GB: 'United Kingdom',
	DE: 'Germany',
	FR: 'France',
	IE: 'Ireland',
	US: 'United States',
	CA: 'Canada',
	NL: 'Netherlands',
};

/**
 * Adds a location, with a fulfillment service of its own when wished, and the stock that the
 * settings have for it.
 */
export function addLocation(world: World, input: LocationInput): Location {
	const legacyId = world.nextId('Location');
	const countryCode = input.countryCode ?? 'GB';
	let service: FulfillmentService | null = null;
	if (input.fulfillmentService) {
		service = {
			id: `${gid('FulfillmentService', world.nextId('FulfillmentService'))}?id=true`,
			handle: input.name.toLowerCase().replaceAll(' ', '-'),
			serviceName: input.name,
			type: 'THIRD_PARTY',
			ownedByThisApp: input.fulfillmentService === 'own',
			location: null,
		};
	}
	const location: Location = {
		id: gid('Location', legacyId),
		legacyId,
		name: input.name,
		address: {
			...NOWHERE,
			address1: input.address1 ?? null,
			city: input.city ?? null,
			zip: input.zip ?? null,
			province: input.province ?? null,
			provinceCode: input.provinceCode ?? null,
			country: input.country ?? COUNTRIES[countryCode] ?? countryCode,
			countryCode,
			phone: input.phone ?? null,
		},
		isActive: input.isActive ?? true,
		fulfillmentService: service,
		createdAt: world.now(),
	};
	if (service) service.location = location;
	world.state.locations.set(location.id, location);
	stockUp(world, location);
	return location;
}

/** Finds a location by GID or name; the first active one when none is named. */
export function locationOf(world: World, named?: string): Location {
	const all = [...world.state.locations.values()];
	const found =
		named === undefined
			? all.find((one) => one.isActive)
			: all.find((one) => one.id === named || one.name === named);
	if (!found) throw new Error(`The demo shop has no location "${named ?? 'active'}"`);
	return found;
}
