import '../page.css';
import './standalone.css';
import './app.ts';
import { findHost } from './host.ts';

const host = findHost();
if (!host.live) document.body.classList.add('standalone');
const app = document.createElement('tagmetry-overview');
document.body.append(app);
app.connect(host);
