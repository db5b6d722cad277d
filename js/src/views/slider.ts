export const slider = { initialize(): void {}, render(): void {} };
