export function plainMessages(stderr: string): string;
