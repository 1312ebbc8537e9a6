import { defineConfig } from 'vite';
import { webConfig } from '../../libs/ui/build/web-config.ts';

export default defineConfig(webConfig(import.meta.dirname, 'http://localhost:4001'));
