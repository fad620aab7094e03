/** Stands for `electron` where there is none: electron-store only looks whether its parts are there. */
export default {};
