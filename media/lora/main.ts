import '../page.css';
import './app.ts';
import type { FromLora } from './messages.ts';

declare function acquireVsCodeApi(): { postMessage(message: FromLora): void };

const app = document.createElement('tagmetry-lora');
document.body.append(app);
app.connect(acquireVsCodeApi());
