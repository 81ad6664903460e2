import { AdminScreen } from "./admin-screen.ts";

const root = document.getElementById("admin");
if (root !== null) new AdminScreen(root, window).begin();
