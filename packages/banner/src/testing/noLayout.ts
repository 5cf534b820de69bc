/** happy-dom has no layout: nothing lies over anything. Where it matters, the browser tests look. */
document.elementFromPoint = () => null
document.elementsFromPoint = () => []
