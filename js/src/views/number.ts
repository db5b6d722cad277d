export const numberInput = { initialize(): void {}, render(): void {} };
