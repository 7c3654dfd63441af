/** Gives Bootstrap the light or dark colours that the system asks for, also when that changes. */
export function followColorScheme(): void {
	const dark = matchMedia('(prefers-color-scheme: dark)');
	const apply = (): void => {
		document.documentElement.dataset['bsTheme'] = dark.matches ? 'dark' : 'light';
	};
	apply();
	dark.addEventListener('change', apply);
}
